/** What `cimaise --help` ends with. */
export const FRENCH_SETTINGS_HELP = `
Réglages (variables d’environnement) :
  PORT                        port d’écoute (3000)
  CIMAISE_HOST                adresse d’écoute (127.0.0.1)
  CIMAISE_BASE_IRI            base de tout IRI publié (base de data/site.yml,
                              sinon http://localhost:3000/)
  CIMAISE_RELEASES            dossier des versions (releases dans le projet)
  CIMAISE_CONTRIBUTIONS       fichier de ce qu’envoient les lecteurs, ou off pour
                              ne rien recevoir (contributions.sqlite parmi les
                              versions)
  CIMAISE_LANGUAGE            fr ou en, pour les messages (celle du système,
                              sinon fr)
  CIMAISE_QUERY_TIMEOUT       durée d’une requête SPARQL, en millisecondes (10000)
  CIMAISE_RESULT_ROWS         lignes d’une réponse, au plus (1000000)
  CIMAISE_RESULT_MEGABYTES    mégaoctets d’une réponse, au plus (64)
  CIMAISE_CACHE_MEGABYTES     réponses gardées en mémoire ; 0 pour aucune (64)
  CIMAISE_CLIENT_CONCURRENCY  requêtes d’un client en même temps (16)
  CIMAISE_CLIENT_RATE         requêtes d’un client en une minute (6000)
  CIMAISE_TRUSTED_PROXIES     mandataires dont X-Forwarded-For est cru (aucun)
  CIMAISE_METRICS             qui peut lire /metrics : local ou open (local)
  CIMAISE_HARVEST_PRIVATE     si l’on moissonne des adresses privées : refused,
                              allowed, ou des noms d’hôtes (refused)
  CIMAISE_HARVEST_MEGABYTES   mégaoctets d’un fichier moissonné, au plus (4096)
  CIMAISE_SECRET_…            secrets que nomment les en-têtes d’un moissonnage
                              (dataset.yml)
  CIMAISE_WORKERS             processus SPARQL, chacun avec une copie de la
                              version (2)
  CIMAISE_STORE               embedded, native ou endpoint (embedded)
  CIMAISE_OXIGRAPH            programme de l’entrepôt natif (oxigraph)
  CIMAISE_ENDPOINT_QUERY      adresses de l’entrepôt endpoint ; _DATA est
  CIMAISE_ENDPOINT_UPDATE     facultative
  CIMAISE_ENDPOINT_DATA
  CIMAISE_ENDPOINT_USER       ses droits : utilisateur et mot de passe, ou jeton
  CIMAISE_ENDPOINT_PASSWORD
  CIMAISE_ENDPOINT_TOKEN

Codes de sortie : 0 fait, 1 refusé à cause des données, 2 mauvais usage ou panne.`;
