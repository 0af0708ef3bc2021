import type { Entry } from "./entry.ts";

export const organisation: readonly Entry[] = [
  {
    path: "organisation",
    as: "stage",
    names:
      "organisation | organization | team | people | equipe | equipo | equipa | ownership | projektorganisation | build or buy | build vs buy | migration | migration plan",
  },
  {
    path: "organisation.owner",
    as: "words",
    names:
      "owner | owners | product owner | verantwortlich | verantwortliche | responsable | propietario | responsavel",
  },
  {
    path: "organisation.flywheel",
    as: "words",
    names: "flywheel | data flywheel | daten-schwungrad | volant d'inertie des donnees",
  },
  { path: "organisation.team", as: "roles", names: "roles | team roles | rollen | roles de l'equipe | papeis" },
  {
    path: "risks",
    as: "risks",
    names:
      "risks | risk | risks and mitigations | risk register | risiken | risiken und massnahmen | risques | risques et mesures | riesgos | riesgos y mitigacion | riesgos y mitigaciones | riscos | rischi",
  },
  {
    path: "decisions",
    as: "decisions",
    names:
      "decisions | decision log of the design | key decisions | design decisions | architecture decisions | architecture decision records | adr | adrs | entscheidungen | architekturentscheidungen | decisions d'architecture | decisions prises | decisiones | decisiones de arquitectura | decisoes | decisioni | trade-offs",
  },
  {
    path: "architecture",
    as: "stage",
    names:
      "architecture | system architecture | high-level architecture | high-level design | architecture diagram | system components | system overview | architektur | systemarchitektur | architekturubersicht | architecture du systeme | arquitectura | arquitectura del sistema | arquitetura | architettura",
  },
];
