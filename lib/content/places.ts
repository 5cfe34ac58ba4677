/** Everything a link, a setting or a detail can name, as the checks need it. */
export type Places = {
  /** every address with the ids and old ids of its sections */
  addresses: ReadonlyMap<string, ReadonlySet<string>>
  claims: ReadonlySet<string>
  terms: ReadonlySet<string>
  /** every comparison with the ids of its rows */
  comparisons: ReadonlyMap<string, ReadonlySet<string>>
  people: ReadonlySet<string>
  /** addresses of the files in public/ */
  pictures: ReadonlySet<string>
  /** sources that a component may name directly; articles of this site name claims instead */
  sources?: ReadonlySet<string>
}
