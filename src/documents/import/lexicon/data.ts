import type { Entry } from "./entry.ts";

export const data: readonly Entry[] = [
  {
    path: "data",
    as: "stage",
    names:
      "data | data and labeling | data and labelling | data and labels | data engineering | data requirements | data pipeline | data engineering & feature layer | daten | daten und labels | datengrundlage | donnees | donnees et labels | donnees et etiquettes | datos | datos y etiquetas | dados | dati",
  },
  {
    path: "data.sources",
    as: "sources",
    names:
      "data sources | sources | sources and collection | datenquellen | quellen | sources de donnees | fuentes de datos | fuentes | fontes de dados | fonti dei dati | fonti",
  },
  {
    path: "data.labels",
    as: "labels",
    names:
      "labels | label | labeling | labelling | ground truth | zielvariable | etiquettes | annotation | etiquetas | rotulos | etichette",
  },
  {
    path: "data.labels[0].strategy",
    as: "words",
    names:
      "label strategy | labeling strategy | labelling strategy | label-strategie | labelstrategie | strategie d'etiquetage | strategie d'annotation | estrategia de etiquetado | estrategia de etiquetas",
  },
  {
    path: "data.labels[0].window",
    as: "number",
    names:
      "label window | attribution window | labelfenster | label-fenster | fenetre d'attribution | fenetre de label | ventana de etiqueta | ventana de atribucion | janela de atribuicao",
  },
  {
    path: "data.biases",
    as: "list",
    names: "bias | biases | known biases | verzerrungen | bekannte verzerrungen | biais | sesgos | vieses",
  },
  {
    path: "data.augmentation",
    as: "words",
    names: "augmentation | data augmentation | datenanreicherung | augmentation de donnees | aumento de datos",
  },
  {
    path: "data.versions",
    as: "words",
    names:
      "data versioning | data versions | versioning | datenversionierung | versionnement des donnees | versionado de datos",
  },
  {
    path: "data.retention",
    as: "number",
    names:
      "retention | data retention | aufbewahrung | aufbewahrungsfrist | conservation | duree de conservation | retencion | conservacion | retencao",
  },
  {
    path: "data.erasure.how",
    as: "words",
    names:
      "erasure | deletion | right to erasure | loschung | loschkonzept | effacement | droit a l'effacement | borrado | derecho al olvido",
  },
  { path: "data.languages", as: "list", names: "languages | sprachen | langues | idiomas | lingue" },
];
