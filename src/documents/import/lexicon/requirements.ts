import type { Entry } from "./entry.ts";

export const requirements: readonly Entry[] = [
  {
    path: "requirements",
    as: "stage",
    names:
      "requirements | clarification | clarification and objective setting | clarification & objective setting | problem formulation | problem definition | requirements gathering | ml requirements | context and requirements | overview | introduction | background | motivation | anforderungen | uberblick | einleitung | ausgangslage und anforderungen | hintergrund | exigences | introduction et contexte | contexte | besoins | requisitos | introduccion | contexto | antecedentes | requisiti | contesto | introducao | non-functional requirements | nicht-funktionale anforderungen | exigences non fonctionnelles | requisitos no funcionales | functional requirements | funktionale anforderungen | rahmenbedingungen | constraints | key constraints | randbedingungen | einschrankungen | contraintes | restricciones | restricoes | vincoli | scale requirements | success criteria",
  },
  {
    path: "requirements.problem",
    as: "words",
    names:
      "problem | the problem | problem statement | what hurts | pain | business problem | use case | user problem | problemstellung | das problem | ausgangslage | ausgangssituation | anwendungsfall | probleme | le probleme | enonce du probleme | problematique | cas d'usage | problema | el problema | planteamiento del problema | caso de uso | o problema | il problema | descricao do problema",
  },
  {
    path: "requirements.decision",
    as: "words",
    names:
      "decision the system takes | what is decided | what the system decides | decision taken | was entschieden wird | die entscheidung | entscheidung des systems | decision prise | decision du systeme | decision del sistema | que decide el sistema",
  },
  {
    path: "requirements.objective",
    as: "words",
    names:
      "objective | business objective | business objectives | business goal | business goals | goal | goals | primary goal | the goal | our goal | aim | ziel | ziele | geschaftsziel | geschaftsziele | zielsetzung | projektziel | objectif | objectifs | objectif metier | but | objetivo | objetivos | objetivo de negocio | meta | objetivo do negocio | obiettivo | obiettivi",
  },
  {
    path: "requirements.worth",
    as: "words",
    names:
      "business impact | business value | impact | worth | nutzen | geschaftlicher nutzen | valeur | valor | valor de negocio | impacto",
  },
  {
    path: "requirements.today",
    as: "words",
    names:
      "today | current state | current system | current solution | status quo | how it works today | as is | heute | ist-zustand | istzustand | aktueller stand | situation actuelle | aujourd'hui | existant | etat actuel | situacion actual | hoy | estado actual | sistema actual | situacao atual | situazione attuale",
  },
  {
    path: "requirements.whyMl",
    as: "words",
    names:
      "why ml | why machine learning | is ml the right solution | warum ml | warum maschinelles lernen | pourquoi le ml | pourquoi l'apprentissage automatique | por que ml | por que aprendizaje automatico | why not rules",
  },
  {
    path: "requirements.scope",
    as: "list",
    names: "scope | in scope | umfang | im umfang | perimetre | alcance | dentro del alcance | escopo | ambito",
  },
  {
    path: "requirements.outOfScope",
    as: "list",
    names:
      "out of scope | not in scope | non-goals | non goals | nongoals | not covered | what we will not do | nicht im umfang | nicht-ziele | nichtziele | abgrenzung | ausser scope | nicht bestandteil | hors perimetre | hors champ | non-objectifs | fuera de alcance | fuera del alcance | no objetivos | fora do escopo | fuori ambito",
  },
  {
    path: "requirements.assumptions",
    as: "list",
    names:
      "assumptions | clarifying assumptions | annahmen | hypotheses | supuestos | suposiciones | premissas | pressupostos | ipotesi",
  },
  {
    path: "requirements.scale",
    as: "stage",
    names:
      "scale | users and scale | traffic | load | volume | mengengerust | last | skalierung | umfang und last | echelle | volumetrie | charge | escala | volumen | carga | escala e volume | scala",
  },
  {
    path: "requirements.scale.users",
    as: "number",
    names:
      "users | number of users | active users | monthly active users | mau | dau | customers | nutzer | anzahl nutzer | kunden | nutzerzahl | utilisateurs | nombre d'utilisateurs | usuarios | numero de usuarios | clientes | utenti",
    unit: "",
  },
  {
    path: "requirements.scale.items",
    as: "number",
    names:
      "items | number of items | catalog size | catalogue size | catalogue | catalog | products | corpus size | artikel | katalog | anzahl artikel | produkte | articles | produits | taille du catalogue | articulos | productos | tamano del catalogo | itens | prodotti",
    unit: "",
  },
  {
    path: "requirements.scale.requests.peak",
    as: "number",
    names:
      "peak qps | peak rps | peak requests | peak load | peak traffic | peak | spitzenlast | spitze | last in der spitze | pic | charge de pointe | pic de charge | trafic de pointe | pico | carga pico | carga maxima | picco",
    unit: "/s",
  },
  {
    path: "requirements.scale.requests.average",
    as: "number",
    names:
      "average qps | avg qps | mean qps | average load | average requests | average traffic | durchschnittslast | mittlere last | durchschnitt | charge moyenne | trafic moyen | carga media | trafico medio | media",
    unit: "/s",
  },
  {
    path: "requirements.scale.events",
    as: "number",
    names:
      "events per second | event rate | ereignisrate | ereignisse pro sekunde | evenements par seconde | eventos por segundo",
    unit: "/s",
  },
  {
    path: "requirements.scale.growth",
    as: "number",
    names: "growth | wachstum | croissance | crecimiento | crescimento | crescita",
  },
  {
    path: "requirements.constraints.privacy",
    as: "list",
    names:
      "privacy | data protection | datenschutz | confidentialite | vie privee | protection des donnees | privacidad | proteccion de datos | privacidade | privacy and compliance",
  },
  {
    path: "requirements.constraints.regulation",
    as: "list",
    names:
      "regulation | regulatory | compliance | regulierung | regulatorik | reglementation | conformite | regulacion | normativa | cumplimiento | conformidade",
  },
  {
    path: "requirements.constraints.interpretability",
    as: "words",
    names:
      "interpretability | explainability | erklarbarkeit | interpretierbarkeit | interpretabilite | explicabilite | interpretabilidad | explicabilidad",
  },
  {
    path: "requirements.constraints.availability",
    as: "number",
    names: "availability | uptime | verfugbarkeit | disponibilite | disponibilidad | disponibilidade | disponibilita",
  },
  {
    path: "requirements.constraints.budget",
    as: "number",
    names: "budget | cost budget | monthly budget | kostenrahmen | presupuesto | orcamento",
  },
  {
    path: "requirements.constraints.deadline",
    as: "words",
    names:
      "deadline | launch date | go-live | termin | liefertermin | echeance | date limite | fecha limite | plazo | prazo",
  },
  {
    path: "requirements.constraints.hardware",
    as: "words",
    names: "given hardware | target hardware | zielhardware | materiel impose | hardware disponible",
  },
  {
    path: "requirements.constraints.team.engineers",
    as: "number",
    names: "engineers | team size | teamgrosse | entwickler | taille de l'equipe | tamano del equipo",
    unit: "",
  },
  {
    path: "requirements.costOfErrors",
    as: "words",
    names:
      "cost of errors | cost of mistakes | error costs | fehlerkosten | kosten von fehlern | cout des erreurs | coste de los errores | costo de los errores | custo dos erros",
  },
  {
    path: "later",
    as: "later",
    names:
      "later | not now | phase 2 | future work | future | deferred | postponed | nicht jetzt | spater | zuruckgestellt | ausblick | plus tard | reporte | travaux futurs | mas adelante | trabajo futuro | aplazado | fase 2 | trabalho futuro | roadmap phase 2",
  },
  {
    path: "system",
    as: "choice",
    names: "system | system type | type of system | systemart | type de systeme | tipo de sistema",
  },
  { path: "stage", as: "choice", names: "stage | maturity | reifegrad | maturite | madurez" },
  {
    path: "ignored",
    as: "ignored",
    names:
      "table of contents | contents | inhalt | inhaltsverzeichnis | table des matieres | sommaire | indice | changelog | revision history",
  },
];
