/** Namespace of the platform's mapping functions. */
export const FUNCTIONS_NAMESPACE = 'urn:cimaise:function:';
