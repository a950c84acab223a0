/**
 * Chance of at most `together` common users when `a` and `b` of `population` components are drawn independently: lower tail
 * of the hypergeometric distribution (Fisher's exact test, one-sided).
 */
export function chanceOfSoFewTogether(
  together: number,
  a: number,
  b: number,
  population: number,
): number {
  const least = Math.max(0, a + b - population);
  let chance = 0;
  for (let k = least; k <= together; k += 1) {
    chance += Math.exp(
      logChoose(a, k) + logChoose(population - a, b - k) - logChoose(population, b),
    );
  }
  return Math.min(1, chance);
}

/**
 * Cosine (Salton) of what two packages are used beside: for each third package the share of the users that have it too,
 * weighted by how rare it is (inverse document frequency), so that what everybody uses makes no likeness.
 */
export function cosineOfCompany(
  packages: readonly (readonly [string, ReadonlySet<string>])[],
  population: number,
): (i: number, j: number) => number {
  const rarity = packages.map(([, users]) => Math.log(population / users.size));
  const vectors = packages.map(([, users]) =>
    Float64Array.from(packages, ([, others], place) => {
      let common = 0;
      for (const id of users) if (others.has(id)) common += 1;
      return (common / users.size) * (rarity[place] ?? 0);
    }),
  );
  return (i, j) => {
    const first = vectors[i] ?? new Float64Array();
    const second = vectors[j] ?? new Float64Array();
    let product = 0;
    let one = 0;
    let other = 0;
    for (const [place, value] of first.entries()) {
      // The two themselves are not company to each other.
      if (place === i || place === j) continue;
      const beside = second[place] ?? 0;
      product += value * beside;
      one += value * value;
      other += beside * beside;
    }
    return one === 0 || other === 0 ? 0 : product / Math.sqrt(one * other);
  };
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) {
    logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  }
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
