/** Links to pages that go well with this one. */
export function Related({
  title,
  pages,
}: {
  title: string
  pages: readonly { address: string; title: string }[]
}) {
  return (
    <nav className="part" aria-labelledby="related">
      <h2 id="related">{title}</h2>
      <ul>
        {pages.map(({ address, title }) => (
          <li key={address}>
            <a className="go" href={address}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
