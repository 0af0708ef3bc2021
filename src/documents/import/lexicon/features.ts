import type { Entry } from "./entry.ts";

export const features: readonly Entry[] = [
  {
    path: "features",
    as: "features",
    names:
      "features | feature engineering | feature layer | feature list | signals | merkmale | merkmal | feature-liste | caracteristiques | variables | features du modele | caracteristicas | atributos | feature",
  },
  {
    path: "features:user",
    as: "features",
    names:
      "user features | user signals | nutzermerkmale | nutzer-features | caracteristiques utilisateur | features utilisateur | caracteristicas del usuario | features de usuario",
  },
  {
    path: "features:item",
    as: "features",
    names:
      "item features | item signals | artikelmerkmale | artikel-features | caracteristiques article | features article | caracteristicas del articulo | features de articulo",
  },
  {
    path: "features:context",
    as: "features",
    names:
      "context features | contextual features | kontextmerkmale | kontext-features | caracteristiques de contexte | features de contexte | caracteristicas de contexto | item/context features",
  },
  {
    path: "features:interaction",
    as: "features",
    names:
      "interaction features | interaktionsmerkmale | caracteristiques d'interaction | caracteristicas de interaccion",
  },
  {
    path: "features:cross",
    as: "features",
    names: "cross features | crossed features | kreuzmerkmale | features croisees | caracteristicas cruzadas",
  },
  {
    path: "features:query",
    as: "features",
    names: "query features | anfragemerkmale | caracteristiques de la requete",
  },
];
