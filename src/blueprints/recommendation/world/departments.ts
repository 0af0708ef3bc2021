/** A shelf of the simulated shop: what its products are called, weigh and cost. */
export interface Shelf {
  readonly category: string;
  readonly types: readonly string[];
  readonly sizes: readonly string[];
  /** Typical regular price, US dollars. */
  readonly priceUsd: number;
}

export interface Department {
  readonly name: string;
  /** Share of the catalogue. */
  readonly share: number;
  /** Swing of demand over the year, in natural logarithms around its mean. */
  readonly seasonSwing: number;
  readonly shelves: readonly Shelf[];
}

const shelf = (category: string, priceUsd: number, sizes: string, types: string): Shelf => ({
  category,
  priceUsd,
  sizes: sizes.split(", "),
  types: types.split(", "),
});

/** The departments of the simulated shop; shares add up to 1. */
export const departments: readonly Department[] = [
  {
    name: "GROCERY",
    share: 0.44,
    seasonSwing: 0.1,
    shelves: [
      shelf("BREAD", 2.29, "16 OZ, 20 OZ, 24 OZ", "WHITE LOAF, WHOLE WHEAT LOAF, RYE LOAF, BURGER ROLLS"),
      shelf("SOFT DRINKS", 1.79, "12 OZ, 20 OZ, 2 L", "COLA, LEMON SODA, GINGER ALE, DIET COLA"),
      shelf("MILK", 2.59, "1 QT, 0.5 GA, 1 GA", "WHOLE MILK, LOW FAT MILK, SKIMMED MILK, BUTTERMILK"),
      shelf("CHEESE", 3.19, "8 OZ, 12 OZ, 16 OZ", "GRATED, SLICED, BLOCK, SPREAD"),
      shelf("YOGHURT", 0.89, "6 OZ, 32 OZ", "PLAIN, FRUIT, GREEK, DRINKABLE"),
      shelf("EGGS", 1.99, "6 CT, 12 CT, 18 CT", "MEDIUM, LARGE, FREE RANGE"),
      shelf("CEREAL", 3.39, "12 OZ, 15 OZ, 18 OZ", "FLAKES, GRANOLA, OATMEAL, CHILDREN"),
      shelf("SNACKS", 2.79, "5 OZ, 9 OZ, 13 OZ", "POTATO CRISPS, TORTILLA, PRETZELS, NUTS"),
      shelf("PASTA AND SAUCE", 1.69, "12 OZ, 16 OZ, 24 OZ", "LONG PASTA, SHORT PASTA, TOMATO SAUCE, PESTO"),
      shelf("TINS AND SOUP", 1.19, "10 OZ, 15 OZ, 19 OZ", "BROTH, TOMATO SOUP, BEANS, SWEETCORN"),
      shelf("COFFEE AND TEA", 5.49, "11 OZ, 24 OZ, 40 CT", "GROUND, BEANS, INSTANT, TEA BAGS"),
      shelf("FROZEN FOOD", 3.09, "10 OZ, 16 OZ, 32 OZ", "PIZZA, VEGETABLES, READY MEAL, WAFFLES"),
    ],
  },
  {
    name: "PRODUCE",
    share: 0.14,
    seasonSwing: 0.45,
    shelves: [
      shelf("FRUIT", 1.49, "1 LB, 3 LB", "BANANAS, APPLES, ORANGES, GRAPES, PEARS"),
      shelf("BERRIES", 3.29, "6 OZ, 16 OZ", "STRAWBERRIES, BLUEBERRIES, RASPBERRIES"),
      shelf("SALAD", 2.39, "5 OZ, 10 OZ", "LETTUCE, SPINACH, ROCKET, MIXED LEAVES"),
      shelf("VEGETABLES", 1.89, "1 LB, 2 LB, 5 LB", "POTATOES, ONIONS, CARROTS, PEPPERS, TOMATOES"),
    ],
  },
  {
    name: "DRUG GM",
    share: 0.13,
    seasonSwing: 0.08,
    shelves: [
      shelf("CLEANING", 3.89, "22 OZ, 32 OZ", "DISH SOAP, GLASS CLEANER, BLEACH"),
      shelf("LAUNDRY", 6.99, "50 OZ, 100 OZ", "LIQUID, POWDER, SOFTENER"),
      shelf("PAPER", 5.29, "4 CT, 8 CT, 12 CT", "TOWELS, TISSUES, TOILET ROLLS"),
      shelf("PET FOOD", 4.59, "5 OZ, 3.5 LB, 16 LB", "CAT WET, CAT DRY, DOG DRY"),
    ],
  },
  {
    name: "MEAT",
    share: 0.09,
    seasonSwing: 0.3,
    shelves: [
      shelf("BEEF", 6.79, "1 LB, 2 LB", "MINCED, STEAK, ROAST"),
      shelf("POULTRY", 4.99, "1 LB, 3 LB", "CHICKEN BREAST, WHOLE CHICKEN, TURKEY"),
      shelf("PORK AND BACON", 4.39, "12 OZ, 16 OZ", "BACON, CHOPS, SAUSAGE"),
    ],
  },
  {
    name: "DELI",
    share: 0.06,
    seasonSwing: 0.15,
    shelves: [
      shelf("SLICED MEAT", 4.19, "8 OZ, 1 LB", "HAM, TURKEY, SALAMI"),
      shelf("PREPARED", 5.79, "1 CT, 1 LB", "ROAST CHICKEN, POTATO SALAD, DIPS"),
    ],
  },
  {
    name: "PASTRY",
    share: 0.05,
    seasonSwing: 0.25,
    shelves: [shelf("CAKES", 3.99, "1 CT, 6 CT", "MUFFINS, DOUGHNUTS, PIE, BIRTHDAY CAKE")],
  },
  {
    name: "NUTRITION",
    share: 0.05,
    seasonSwing: 0.2,
    shelves: [shelf("BARS AND SHAKES", 1.59, "1 CT, 6 CT", "PROTEIN BAR, MUESLI BAR, SHAKE, SUPPLEMENT")],
  },
  {
    name: "SEAFOOD",
    share: 0.02,
    seasonSwing: 0.35,
    shelves: [shelf("FISH", 7.49, "8 OZ, 1 LB", "SALMON, PRAWNS, TUNA")],
  },
  {
    name: "FLORAL",
    share: 0.02,
    seasonSwing: 0.7,
    shelves: [shelf("FLOWERS", 8.99, "1 CT", "BOUQUET, POT PLANT")],
  },
];
