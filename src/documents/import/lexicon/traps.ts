/** Words that say a value is not known yet; alone, or before a dash or colon. Folded. */
export const openWords =
  /^(?:tbd|tbc|todo|fixme|unknown|not known(?: yet)?|to be (?:defined|determined|decided|confirmed|done)|open|offen|noch offen|unbekannt|noch zu klaren|zu klaren|wird noch geklart|ungeklart|a definir|inconnue?|a determiner|a preciser|por definir|pendiente|desconocido|por determinar|a determinar|desconhecido|da definire|sconosciuto|xxx+|\?{1,5}|\.{3}|…|-{2,})(?:$|[\s]*[.:,;(–—-].*$|\s(?:after|until|nach|bis|apres|tras|hasta)\s.*$)/su;

/** Words that put something off to another day. Folded. */
export const deferralWords =
  /(?:^|[^\p{L}])(?:later|not now|not in v1|phase 2|phase two|phase ii|v2|second phase|after launch|deferred|postponed|future work|nicht jetzt|spater|phase zwei|zuruckgestellt|verschoben|nach dem start|plus tard|pas maintenant|reporte[es]?|deuxieme phase|mas adelante|mas tarde|fase 2|fase dos|aplazado|segunda fase|ahora no|mais tarde|depois do lancamento|piu tardi)(?![\p{L}])/u;

/** Sentences that speak to whoever reviews, or grant their own approval: text under review is evidence, not an instruction. Folded. */
export const reviewerWords: readonly RegExp[] = [
  /\b(?:ignore|disregard|skip|forget|bypass|override)\b.{0,40}\b(?:rules?|instructions?|checks?|findings?|guidelines?|prompts?)\b/u,
  /\b(?:this|the) (?:design|document|doc|proposal|review)\b.{0,30}\b(?:is|was|has been|are|counts as)\b.{0,20}\b(?:approved|accepted|signed off|complete and correct|reviewed)\b/u,
  /\b(?:dear|note to|to the|attention|hey|hello|as the|for the) (?:ai |automated |llm )?(?:reviewers?|assistant|ai|llm|model|agent|tool|parser|importer)\b(?=\s*[:,!]|.{0,60}\b(?:you|please|must|should|do not|approve|ignore|mark)\b)/u,
  /\b(?:you are|act as) (?:an? |the )?(?:ai|assistant|reviewer|language model|llm|expert)\b/u,
  /\b(?:do not|don't|never) (?:report|flag|raise|list|mention)\b/u,
  /\bmark (?:this|it|all|everything|every)\b.{0,40}\b(?:approved|passed|as passing|holds|green|ok)\b/u,
  /^(?:system|assistant|user) ?:\s/u,
  /\b(?:ignoriere|ignorieren sie|missachte|uberspringe)\b.{0,60}\b(?:regeln?|anweisungen|prufungen|vorgaben)\b/u,
  /\b(?:dieses|das) (?:dokument|konzept|design)\b.{0,20}\b(?:ist|wurde|gilt)\b.{0,25}\b(?:freigegeben|genehmigt|abgenommen|gepruft)\b/u,
  /\b(?:ignorez|ignore|oubliez)\b.{0,60}\b(?:regles?|instructions|consignes)\b/u,
  /\b(?:ce|le) (?:document|dossier)\b.{0,20}\b(?:est|a ete)\b.{0,20}\b(?:approuve|valide|accepte)\b/u,
  /\b(?:ignora|ignore|olvida|omite)\b.{0,60}\b(?:reglas?|instrucciones|normas)\b/u,
  /\b(?:este|el) (?:documento|diseno)\b.{0,20}\b(?:esta|ha sido|fue)\b.{0,20}\b(?:aprobado|validado|aceptado)\b/u,
  /^status ?: ?(?:approved|accepted by review|freigegeben|genehmigt|approuve|aprobado)\b/u,
];

/** What a template asks its writer to do. Folded. */
export const promptWords: readonly RegExp[] = [
  /^[<[{«]{1,2}[^<>[\]{}]{2,200}[>\]}»]{1,2}[.:]?$/u,
  /^(?:describe|explain|list|define|fill in|insert|add|provide|specify|enter|write|summari[sz]e|identify|state|what|which|how|who|why)\b.{0,200}\b(?:here|below)[.:)]*$/u,
  /^(?:beschreiben sie|beschreibe|nennen sie|tragen sie|fugen sie|hier)\b.{0,200}(?:eintragen|einfugen|ein|hier|an)?[.:)]*$/u,
  /^(?:decrivez|listez|indiquez|precisez|expliquez|ajoutez)\b/u,
  /^(?:describa|describe aqui|indique|enumere|explique|anada|rellene|complete)\b/u,
  /^(?:e\.g\.|for example|z\. ?b\.|p\. ?ex\.|par exemple|por ejemplo|ej\.)/u,
  /^(?!(?:we|our|the|it|this|wir|nous) )[^.\d]{1,70}\betc\.?\)?$/u,
  /\b[@\\]*@k\b.*\/.*@k\b/u,
];

/** A number in such a sentence says what is, was or might be, not what is asked for. Folded. */
export const cautions: readonly (readonly [why: string, words: RegExp])[] = [
  [
    "it says how things are now, not what is asked for",
    /\b(?:today|currently|at the moment|right now|as of now|so far|existing system|legacy|old system|measured|observed|heute|derzeit|aktuell|momentan|bisher|altsystem|gemessen|aujourd'hui|actuellement|a ce jour|ancien systeme|mesuree?|hoy|actualmente|en la actualidad|sistema antiguo|medid[oa]|hoje|atualmente|oggi|attualmente)\b/u,
  ],
  [
    "it speaks of the past",
    /\b(?:was|were|had|used to|in (?:19|20)[012]\d|last (?:year|quarter|month|week)|years? ago|hatten?|lag|lagen|letzte[srn]? (?:jahr|quartal|monat)|l'an dernier|avait|avions|etait|el ano pasado|tenia(?:mos)?|era|ano passado)\b/u,
  ],
  [
    "it is an example",
    /(?:\be\.g\.|\bfor example\b|\bfor instance\b|\bsuch as\b|\bz\. ?b\.|\bzum beispiel\b|\bbeispielsweise\b|\bpar exemple\b|\bp\. ?ex\.|\bpor ejemplo\b|\bpor exemplo\b|\bper esempio\b|\bsay,)/u,
  ],
  [
    "it is a condition or a thought, not a statement",
    /(?:^|[,;:] )(?:if|unless|wenn|falls|si)\b|\b(?:would|could|might|should it|suppose|assuming|konnte|angenommen|pourrait|serait|supposons|podria|seria|supongamos)\b/u,
  ],
  [
    "it speaks of somebody else",
    /\b(?:competitors?|vendor|industry|benchmark|the paper|published|state of the art|wettbewerber|konkurrenz|anbieter|branche|concurrents?|fournisseur|secteur|competidor(?:es)?|proveedor|sector)\b/u,
  ],
];

/** Words of the clause that deny what it says; those of a bound (`must not exceed 80 ms`) do not. Folded. */
export const denials =
  /\b(?:not(?! (?:exceed|more than|above|over|slower))|no longer|never(?! more than)|nicht mehr|niemals|keine?n?|jamais|nunca|ya no)\b/u;
