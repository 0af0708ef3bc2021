export { departments } from "./departments.ts";
export { attraction, examination } from "./lists.ts";
export { groceryLaw, standardSize, type Drift, type WorldOptions, type WorldParameters } from "./parameters.ts";
export { purchaseProbabilities, respondToList } from "./respond.ts";
export { simulateGrocery } from "./simulate.ts";
export { basketId, storeId, type GroceryWorld } from "./world.ts";
export { writeWorld, type WrittenRows } from "./write.ts";
