// The countries that have one local time, by the IANA time zone database.
import moment from 'moment-timezone';
import meta from 'moment-timezone/data/meta/latest.json' with { type: 'json' };

const FROM = Date.UTC(2026, 0, 1), TO = Date.UTC(2037, 0, 1);

/** The zone of a country whose zones have the same offset from UTC at every moment from FROM to TO, and these offsets; null where they differ or none is known. */
export function zoneOf(country) {
  const zones = moment.tz.zonesForCountry(country) ?? [];
  if (zones.length === 0 || new Set(zones.map(offsets)).size > 1)
    return null;
  return { name: own(country, zones), clock: offsets(zones[0]) };
}

function offsets(name) {
  const zone = moment.tz.zone(name);
  const changes = zone.untils.filter(until => until > FROM && until < TO);
  return [FROM, ...changes].map(moment => `${moment}:${zone.utcOffset(moment)}`).join(' ');
}

// zonesForCountry also has zones that the database keeps for another country with the same history. Where several
// are left, the one that most people live in.
function own(country, zones) {
  const inside = zones.filter(zone => meta.zones[zone]?.countries[0] === country);
  return (inside.length > 0 ? inside : zones).sort((a, b) => moment.tz.zone(b).population - moment.tz.zone(a).population)[0];
}
