// Numbers in many ways of writing, with what libphonenumber-js reads them as: the table that the tests hold the engine against.
import metadata from 'libphonenumber-js/metadata.max.json';
import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString as parse } from 'libphonenumber-js/max';
import { formats } from './written.mjs';

const IDD = 1, PATTERN = 2, LENGTHS = 3, PREFIX = 5, TYPES = 11, PREFERRED_IDD = 12;
const E164_DIGITS = 15;

// Whose example numbers each country is given without their plus signs, as a spreadsheet leaves them.
const ABROAD = ['US', 'GB', 'DE', 'FR', 'IN', 'CN', 'BR', 'AU'];

/** For each country a line "@DE", then its numbers: "TEXT E164", or "TEXT -" where it is none; a third field says where the engine is stricter. */
export function numbers(drawn) {
  const random = generator(20260101), lines = [];
  for (const country of getCountries().sort()) {
    const texts = new Set();
    examplesOf(country, random).forEach((number, i) => variants(number, country, i === 0).forEach(text => texts.add(text)));
    for (let i = 0; i < drawn; i++)
      texts.add(draw(country, random));
    ABROAD.forEach(other => texts.add(getCountryCallingCode(other) + examples[other]));
    lines.push(`@${country}`, ...[...texts].map(text => judge(text, country)));
  }
  const international = new Set();
  for (const [code, plan] of Object.entries(metadata.nonGeographic)) {
    sample(plan, plan[PATTERN], random, 3).forEach(number => international.add(`+${code}${number}`).add(`+${code} ${number.replace(/(...)/g, '$1 ')}`.trim()));
    for (let i = 0; i < drawn / 10; i++)
      international.add(`+${code}${digits(random, 4 + Math.floor(random() * 12))}`);
  }
  for (let i = 0; i < drawn * 10; i++)
    international.add(`+${digits(random, 2 + Math.floor(random() * 15))}`);
  return [...lines, '@', ...[...international].map(text => judge(text, undefined))];
}

function judge(text, defaultCountry) {
  const number = parse(text, { defaultCountry });
  return number?.isPossible() ? `${text}\t${number.number}${stricter(text, defaultCountry, number)}` : `${text}\t-`;
}

// Where the engine refuses what the package takes, and why: see NumberTableTests.
function stricter(text, country, number) {
  const again = parse(number.number), plan = metadata.countries[number.country ?? metadata.country_calling_codes[number.countryCallingCode]?.[0]];
  if (number.number.length - 1 > E164_DIGITS)
    return '\tlong';
  if (country && saysTwoThings(text, country, number))
    return '\tcode';
  if (again?.number !== number.number || !again.isPossible())
    return '\tprefix';
  if (country && mayHaveLostPlus(text, country, number))
    return '\tplus';
  return text.includes('(0)') && number.nationalNumber.startsWith('0') && !full(plan[PATTERN], number.nationalNumber) ? '\tzero' : '';
}

// Without a plus sign, the calling code may be what it seems, or the number's first digits.
function saysTwoThings(text, country, number) {
  const plan = metadata.countries[country], digits = text.replace(/\D/g, ''), shorter = parse(`+${digits}`)?.nationalNumber;
  return !text.includes('+') && digits.startsWith(plan[0]) && number.__countryCallingCodeSource === undefined
    && shorter !== number.nationalNumber && full(plan[PATTERN], shorter) && full(plan[PATTERN], number.nationalNumber);
}

// Where numbers are written with a prefix, one without may as well be another country's without its plus sign.
function mayHaveLostPlus(text, country, number) {
  const digits = text.replace(/\D/g, ''), ways = formats(country);
  if (text.includes('+') || number.__countryCallingCodeSource !== undefined || digits !== number.nationalNumber || digits.length > E164_DIGITS || ways.length === 0)
    return false;
  const way = ways.find(({ lengths, leading }) => lengths.includes(digits.length) && digits.search(new RegExp(leading)) === 0);
  const other = parse(`+${digits}`), code = other?.countryCallingCode;
  return code !== undefined && code !== number.countryCallingCode && hasForm(code, other.nationalNumber)
    && (!way || way.prefixed || !hasForm(number.countryCallingCode, digits));
}

// Whether a number has the form of those of any of the calling code's countries.
function hasForm(code, national) {
  const plans = metadata.country_calling_codes[code]?.map(country => metadata.countries[country]) ?? [metadata.nonGeographic[code]];
  return plans.some(plan => plan[LENGTHS].includes(national.length) && full(plan[PATTERN], national));
}

function full(pattern, digits) {
  return new RegExp(`^(?:${pattern})$`).test(digits);
}

// The package's example comes first, then a number of each other type that chance finds.
function examplesOf(country, random) {
  const plan = metadata.countries[country], found = [examples[country]];
  for (const type of plan[TYPES] ?? [])
    if (type && type[0])
      found.push(...sample(plan, type[0], random, 1));
  return found.map(national => parse(`+${plan[0]}${national}`, { defaultCountry: country }));
}

function sample(plan, pattern, random, count) {
  const found = [];
  for (let i = 0; i < 3000 && found.length < count; i++) {
    const number = digits(random, plan[LENGTHS][Math.floor(random() * plan[LENGTHS].length)]);
    if (full(pattern, number) && number.length + plan[0].length <= E164_DIGITS)
      found.push(number);
  }
  return found;
}

function variants(number, country, all) {
  const national = number.formatNational(), plain = national.replace(/\D/g, '');
  const texts = [national, plain, number.number];
  if (!all)
    return texts;
  const behind = number.number.slice(1), code = number.countryCallingCode, prefix = metadata.countries[country][PREFIX];
  texts.push(
    national.replace(/[^\d]+/g, '-').replace(/^-/, ''),
    national.replace(/[^\d]+/g, '.').replace(/^\./, ''),
    plain.replace(/^(\d{3})(\d+)/, '($1) $2'),
    plain.replace(/^(\d{4})(\d+)/, '$1/$2'),
    number.nationalNumber,
    number.formatInternational(),
    number.formatInternational().replace(/ /g, '-'),
    number.format('RFC3966'),
    behind,
    `011 ${behind}`,
    `00 ${behind}`,
    ...prefixesAbroad(country).map(idd => `${idd} ${behind}`));
  if (prefix)
    texts.push(`+${code} (${prefix}) ${number.nationalNumber}`, `+${code} ${prefix}${number.nationalNumber}`, `${code} ${prefix} ${number.nationalNumber}`);
  return texts;
}

// Prefixes that are dialled before a number abroad: as the country prefers to write it, and some that its pattern takes.
function prefixesAbroad(country) {
  const plan = metadata.countries[country], idd = plan[IDD], found = plan[PREFERRED_IDD] ? [plan[PREFERRED_IDD]] : [];
  for (let length = 1; length <= 4; length++)
    for (let i = 0; i < 10 ** length && found.length < 4; i++)
      if (full(idd, String(i).padStart(length, '0')))
        found.push(String(i).padStart(length, '0'));
  return found;
}

// Digits by chance, mostly near what could be a number: with or without prefixes, of any length.
function draw(country, random) {
  const plan = metadata.countries[country], code = getCountryCallingCode(country), prefix = plan[PREFIX] ?? '';
  const length = plan[LENGTHS][Math.floor(random() * plan[LENGTHS].length)] + (random() < 0.6 ? 0 : Math.floor(random() * 5) - 2);
  const number = random() < 0.5 ? sample(plan, plan[PATTERN], random, 1)[0] ?? digits(random, length) : digits(random, Math.max(1, length));
  const kinds = ['', '', '', prefix, prefix, prefix + prefix, code, code + prefix, `+${code}`, `+${code}`, `+${code}${prefix}`, `+${code} (0)`, `+${code}${code}`, '00', `00${code}`, `011${code}`, '0', '1', '8', '15'];
  return kinds[Math.floor(random() * kinds.length)] + number;
}

function digits(random, length) {
  let text = '';
  while (text.length < length)
    text += Math.floor(random() * 10);
  return text;
}

// A multiplicative congruential generator (Park and Miller's minimal standard): the same numbers on every machine.
function generator(seed) {
  let state = seed;
  return () => (state = state * 48271 % 2147483647) / 2147483647;
}
