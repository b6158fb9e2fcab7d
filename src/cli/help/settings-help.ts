/** The way in. */
export const FIRST_EXAMPLES = `
Examples:
  cimaise init musee && cd musee
  cimaise add inventaire.csv
  cimaise preview inventaire
  cimaise build
  cimaise start
  cimaise publish`;

/** What `cimaise --help` ends with. */
export const SETTINGS_HELP = `
Settings (environment):
  PORT                        port to listen on (3000)
  CIMAISE_HOST                address to listen on (127.0.0.1)
  CIMAISE_BASE_IRI            base of every published IRI (base of data/site.yml,
                              else http://localhost:3000/)
  CIMAISE_RELEASES            folder of releases (releases in the project)
  CIMAISE_CONTRIBUTIONS       file of what readers send, or off for no forms
                              (contributions.sqlite in the folder of releases)
  CIMAISE_LANGUAGE            fr or en, for messages (from the locale, else fr)
  CIMAISE_QUERY_TIMEOUT       milliseconds a SPARQL query may take (10000)
  CIMAISE_RESULT_ROWS         most rows of an answer (1000000)
  CIMAISE_RESULT_MEGABYTES    most megabytes of an answer (64)
  CIMAISE_CACHE_MEGABYTES     answers that are remembered; 0 for none (64)
  CIMAISE_CLIENT_CONCURRENCY  queries of one client under way at once (16)
  CIMAISE_CLIENT_RATE         queries of one client in a minute (6000)
  CIMAISE_TRUSTED_PROXIES     proxies whose X-Forwarded-For is believed (none)
  CIMAISE_METRICS             who may read /metrics: local or open (local)
  CIMAISE_HARVEST_PRIVATE     whether private addresses are harvested: refused,
                              allowed, or names of hosts (refused)
  CIMAISE_HARVEST_MEGABYTES   most megabytes of a harvested file (4096)
  CIMAISE_SECRET_…            secrets that headers of harvests name (dataset.yml)
  CIMAISE_WORKERS             SPARQL workers, each with a copy of the release (2)
  CIMAISE_STORE               embedded, native or endpoint (embedded)
  CIMAISE_OXIGRAPH            program of the native store (oxigraph)
  CIMAISE_ENDPOINT_QUERY      addresses of the endpoint store; _DATA may be left
  CIMAISE_ENDPOINT_UPDATE     out
  CIMAISE_ENDPOINT_DATA
  CIMAISE_ENDPOINT_USER       its credentials: user and password, or token
  CIMAISE_ENDPOINT_PASSWORD
  CIMAISE_ENDPOINT_TOKEN

Exit codes: 0 done, 1 refused for the data's sake, 2 usage or fault.`;
