/** What rankers are called where they are judged beside each other. */
export const rankerName = "ranker";
/** The built-in ranker, where an imported one is judged beside it. */
export const treesName = "built-in trees";
export const ceilingName = "ceiling (true probabilities)";
