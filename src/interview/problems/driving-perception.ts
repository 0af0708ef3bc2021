import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "driving-perception",
  title: "Perception for a motorway pilot",
  level: "staff",
  statement:
    "Our cars have a pilot that keeps the lane on motorways. It sees cars and lines, misses people at night, and brakes for bridges. The next cars should drive at night too. " +
    "Design what tells the pilot which objects are around it.",
  objective: "Fewer moments in which the driver has to take over, and no increase in any kind of harm.",
  data: "Sensors of the car itself, short clips that cars send home when something triggered a recording, boxes drawn by people, and replayed scenes with an expected result.",
  constraints: ["Planning, braking, maps and parking belong to other teams.", "It drives on motorways only."],
  facts: [
    {
      id: "cycle",
      topic: "scale",
      asked: [
        ...usual.traffic.slice(2),
        "frame .. second|rate",
        "fps|hz|hertz",
        "how often .. perceive|run|detect|cycle|update",
        "cycle",
      ],
      tells:
        "20 cycles a second in each car, and 30 a second above 100 km/h. The cars ask nobody: everything is decided on board.",
      quantity: { path: "requirements.scale.requests.peak", words: "30/s" },
      secret: ["20 cycles", "30 a second"],
    },
    {
      id: "fleet",
      topic: "scale",
      asked: [
        ...howMany("car|vehicle|driver|customer|user|trip|kilometre|kilometer|mile|country"),
        "fleet size|big|large",
        "how big|large|many .. fleet",
        "which|what country|road|condition|weather",
      ],
      tells: "50,000 cars, and four times as many in three years. Two trips a day each.",
      quantity: { path: "requirements.scale.users", words: "50k" },
      secret: ["50,000 cars", "two trips"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "reaction time", "end to end .. time|delay"],
      tells:
        "80 ms at the 99th percentile from exposure to published objects, and 100 ms is the hard limit: the planner counts with it.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 80ms" },
      secret: ["80 ms", "100 ms"],
    },
    {
      id: "sensors",
      topic: "sensor-fusion",
      asked: [
        "which|what|how many .. sensor|camera",
        "lidar|radar",
        "which|what lidar|radar|camera",
        "sensor suite|setup|set|configuration|available|have",
        "camera only|resolution|or|and|versus",

        "calibration|synchronised|synchronized|synchronisation|synchronization",
      ],
      tells: "Six cameras, one lidar, four radars, and the car's own motion; clocks agree within a millisecond.",
      secret: ["six cameras", "one lidar", "four radars"],
    },
    {
      id: "computer",
      topic: "on-device",
      asked: [
        "compute|computer|chip|gpu|soc|processor|hardware .. car|board|vehicle|have|available|constraint|limit",
        "on board|device .. compute|computer|power|memory",
        "power budget|limit|draw|consumption",
        "how much memory|compute|power",
        "tops|watt",
        "what .. hardware|computer|chip",
        "edge computing|device|deployment",
        "embedded",
        "update .. over air|ota|car",
        "ota",
        "over air",
      ],
      tells:
        "One computer with 60 trillion int8 operations a second, 16 GB, and 45 W for perception; it slows by a fifth when hot. Packages go to parked cars over the air.",
      secret: ["60 trillion", "45 w"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "which|what clip|recording|frame .. collect|sent|record|upload",
        "auto label*",
        "cost .. label*|box|annotat*|frame",
      ],
      tells:
        "People draw boxes with the lidar's help, 2,000 frames a day at 6 dollars and 12 minutes each. A large model offline that also sees the future labels 50,000 more at lower quality.",
      secret: ["2,000 frames", "6 dollars", "sees the future"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: usual.labelDelay,
      tells: "Ten days from a clip to a drawn box for nine in ten; the offline model takes two.",
      quantity: { path: "data.labels[0].delay", words: "10d" },
      secret: ["ten days"],
    },
    {
      id: "rare-cases",
      topic: "long-tail",
      asked: [
        ...howRare("pedestrian|person|people|child|animal|rare|edge|object|takeover|disengagement|takeovers|night"),
        "long tail",
        "corner|edge case",
        "class distribution|object",
        "which|what class|object",
      ],
      tells:
        "Nine classes, and cars are nearly all of them; children, animals and lost loads are far below one in a thousand objects. Drivers take over because of perception on 0.8% of trips.",
      quantity: { path: "metrics.online[0].baseline", words: "0.8%" },
      secret: ["nine classes", "0.8%"],
    },
    {
      id: "data-history",
      topic: "data-sources",
      asked: [
        ...usual.history,
        "how many|much clip|recording|footage|video",
        "bandwidth|upload .. car|fleet|limit|data",
      ],
      tells:
        "3.6 million clips of ten seconds, kept for a year; 10,000 more a day, sent by home network. In the car a ring of 30 seconds.",
      quantity: { path: "data.sources[4].rows", words: "3.6M" },
      secret: ["3.6 million", "10,000 more"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A miss can hit a person. A false alarm brakes hard for nothing, and the car behind may not stop. The worst is a still person on a dark motorway.",
      secret: ["still person", "car behind"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "One camera and one radar with rules, in the field in the cars of today.",
      secret: ["one camera", "one radar with rules"],
    },
    {
      id: "safety-and-law",
      topic: "safety-case",
      asked: [
        ...usual.regulation,
        ...usual.privacy,
        "safety standard|requirement|level|case|goal|argument",
        "iso|asil|sotif|unece",
        "standard|certification|certif*|approval|homologation",
        "driver .. attention|ready|take",
      ],
      tells:
        "UN R157, R155 and R156, ISO 26262 and ISO 21448. A safety board signs each release. Faces and plates are blurred in the car before anything is sent.",
      secret: ["r157", "iso 26262", "safety board"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "600,000 dollars a month, of which 360,000 pays for labels.",
      quantity: { path: "requirements.constraints.budget", words: "600k $/month" },
      secret: ["600,000 dollars", "360,000"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "35 engineers: perception, embedded, data and safety. Planning consumes what we publish and another team owns updates.",
      quantity: { path: "requirements.constraints.team.engineers", words: "35" },
      secret: ["35 engineers"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: [...usual.availability, "fail operational|safe", "redundan*", "sensor .. fail|dirty|blind|breaks|broken"],
      tells: "99.99% of driving time with the function on; otherwise the driver is asked in time, ten seconds before.",
      quantity: { path: "requirements.constraints.availability", words: "99.99%" },
      secret: ["99.99%"],
    },
  ],
  challenges: [
    {
      topic: "sensor-fusion",
      why: "Each sensor is blind to something, and half of the faults in the field are one that is blind today.",
    },
    {
      topic: "safety-case",
      why: "A late or missing answer harms people, so time and failure have to be argued, not hoped for.",
    },
    {
      topic: "latency-budget",
      why: "At 130 km/h a tenth of a second is three and a half metres, on a computer that gets hot.",
    },
    { topic: "long-tail", why: "What matters most is what the data holds least." },
  ],
  mustDiscuss: [
    "sensor-fusion",
    "multi-task",
    "safety-case",
    "simulation",
    "on-device",
    "long-tail",
    "latency-budget",
    "labels",
    "labelling-cost",
    "offline-metrics",
    "slices",
    "rollout",
    "drift",
    "fallback",
    "data-flywheel",
    "retraining",
    "rollback",
  ],
  change: {
    says: "Purchasing wants the next series without the lidar, which saves more than everything else together. What would you need to see before you agree, and what changes in the design?",
    topics: ["sensor-fusion", "safety-case", "simulation", "cost-or-performance", "fallback"],
  },
  drills: [
    {
      drill: "input-drift",
      says: "The first snow of the year falls on half of the fleet. What do cars do, and what reaches you?",
    },
    {
      drill: "bad-release",
      says: "A package with more false brakes is already in some cars. How many, and how does it come back?",
    },
    {
      drill: "slow-dependency",
      says: "The computer is hot and everything takes a fifth longer. What gives way first?",
    },
    {
      drill: "labels-30-days-late",
      says: "The company that draws boxes is a month behind. What do you train and release on?",
    },
  ],
  reference: "driving-perception",
});
