/** Words that show whom a text addresses. Whole words, lower-case, compared with the text's own words. */
export const developerWords: ReadonlySet<string> = new Set(
  (
    "install installation installing gem npm yarn pip maven gradle cargo docker api apis sdk cli library libraries package packages " +
    "module modules usage developer developers contributing dependency dependencies endpoint endpoints configuration config " +
    "middleware plugin framework initializer require import bundle webhook client clients function method methods parameter " +
    "parameters release changelog version linter template pipeline deploy deployment"
  ).split(" "),
);

export const customerWords: ReadonlySet<string> = new Set(
  (
    "customer customers citizen citizens visitor visitors shopper shoppers guest guests passenger passengers patient patients " +
    "student students reader readers subscriber subscribers traveller travellers resident residents audience public journey page pages " +
    "website shop store booking bookings checkout order orders payment payments apply application applicants form forms " +
    "search browse content homepage mobile user users"
  ).split(" "),
);
