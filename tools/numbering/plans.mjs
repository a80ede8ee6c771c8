// One line for each country, and for each calling code that belongs to none: what it takes to read a number.
import metadata from 'libphonenumber-js/metadata.max.json';
import { written } from './written.mjs';
import { zoneOf } from './zones.mjs';

const COLUMNS = ['country', 'calling code', 'international prefix', 'national prefix', 'transform', 'pattern', 'lengths', 'leading digits', 'types', 'zone', 'written prefix', 'written without'];

// Where the members of a country stand in the package's arrays.
const IDD = 1, PATTERN = 2, LENGTHS = 3, PREFIX = 5, PREFIX_FOR_PARSING = 7, TRANSFORM = 8, LEADING_DIGITS = 10, TYPES = 11;

/** Countries that share a calling code follow each other in the package's order: the main one first. */
export function plans() {
  const lines = [];
  for (const [code, countries] of Object.entries(metadata.country_calling_codes))
    lines.push(...countries.map(country => line(country, code, metadata.countries[country], countries.length > 1)));
  for (const [code, plan] of Object.entries(metadata.nonGeographic))
    lines.push(line('001', code, plan, false));
  return ['# ' + COLUMNS.join('\t'), ...lines];
}

function line(country, code, plan, shared) {
  const transform = plan[TRANSFORM] || '';
  if (transform && !/^\d*\$\d$/.test(transform))
    throw new Error(`${country}: the transform ${transform} is of a kind that the engine does not read`);
  const fields = [
    country,
    code,
    plan[IDD] || '',
    plan[PREFIX_FOR_PARSING] || plan[PREFIX] || '',
    transform,
    plan[PATTERN],
    plan[LENGTHS].join(' '),
    plan[LEADING_DIGITS] || '',
    // Types only tell countries of one calling code apart, where leading digits do not.
    shared && !plan[LEADING_DIGITS] ? types(plan) : '',
    country === '001' ? '' : zone(country, code),
    ...(country === '001' ? ['', ''] : written(country)),
  ];
  // Without unbounded repetition no match can take long.
  if ([...fields.slice(2, 9), fields[11]].some(field => /[*+]|,\}/.test(field)))
    throw new Error(`${country}: a pattern repeats without a bound`);
  if (fields.some(field => /[\t\n]/.test(field)))
    throw new Error(`${country}: a field has a tab or a line break in it`);
  return fields.join('\t');
}

// "Europe/Guernsey=Europe/London": the zone, and the first with the same local time among the countries of the calling code.
function zone(country, code) {
  const zone = zoneOf(country);
  if (!zone)
    return '';
  const first = metadata.country_calling_codes[code].map(zoneOf).find(other => other?.clock === zone.clock).name;
  return first === zone.name ? first : `${zone.name}=${first}`;
}

// "9 10:PATTERN": the pattern holds for these lengths; without lengths, for those of the country.
function types(plan) {
  return plan[TYPES].filter(type => type && type[0]).map(([pattern, lengths]) => `${lengths ? lengths.join(' ') : ''}:${pattern}`).join(' ; ');
}
