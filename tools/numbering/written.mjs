// How people write the numbers of a country: with the prefix of calls within it, or without.
import metadata from 'libphonenumber-js/metadata.max.json';

const LENGTHS = 3, FORMATS = 4, PREFIX = 5, RULE = 6, OPTIONAL = 9;

/**
 * The ways in which a country's numbers are written, the first that fits counts: their lengths, what they begin with, and
 * whether the prefix belongs to them. Empty where no number is written with a prefix (Italy), or none is with that of the country (the US 1).
 */
export function formats(country) {
  const plan = metadata.countries[country], prefix = plan[PREFIX];
  if (!prefix)
    return [];
  const owner = plan[FORMATS]?.length ? plan : metadata.countries[metadata.country_calling_codes[plan[0]][0]];
  const found = (owner[FORMATS] || []).map(([pattern, , leading, rule, optional]) => ({
    lengths: lengths(pattern),
    leading: leading?.at(-1) ?? '',
    shown: (rule || owner[RULE] || '').replace(/\$\d|\D/g, '').startsWith(prefix),
    optional: Boolean(optional || owner[OPTIONAL]),
  }));
  return found.some(format => format.shown) ? found.map(({ lengths, leading, shown, optional }) => ({ lengths, leading, prefixed: shown && !optional })) : [];
}

/** Two columns: the prefix that numbers are written with; and the ways that go without it, those with it marked with ! where one stands before them. */
export function written(country) {
  const all = formats(country), last = all.findLastIndex(format => !format.prefixed), possible = metadata.countries[country][LENGTHS];
  const fields = all.slice(0, last + 1).map(({ lengths, leading, prefixed }) => {
    const any = possible.every(length => lengths.includes(length));
    return `${prefixed ? '!' : ''}${any ? '' : lengths.join(' ')}:${leading || '\\d'}`;
  });
  return [all.length > 0 ? metadata.countries[country][PREFIX] : '', fields.join(' ; ')];
}

// Of (\d{2})(\d{3,4}): 5 and 6.
function lengths(pattern) {
  let sums = [0];
  const rest = pattern.replace(/[()]/g, '').replace(/\\d(?:\{(\d+)(?:,(\d+))?\})?/g, (_, least = 1, most = least) => {
    const counts = Array.from({ length: most - least + 1 }, (_, i) => Number(least) + i);
    sums = [...new Set(sums.flatMap(sum => counts.map(count => sum + count)))];
    return '';
  });
  if (rest)
    throw new Error(`the format ${pattern} is of a kind that the engine does not read`);
  return sums.sort((a, b) => a - b);
}
