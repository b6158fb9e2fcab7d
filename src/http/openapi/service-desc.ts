/** A `Link` header value: where programs find what this server answers (RFC 8631). */
export const SERVICE_DESC = '</openapi.json>; rel="service-desc"; type="application/openapi+json"';
