import { Frame } from '@/components/frame/frame'
import { pages } from '@/lib/addresses'
import { getLibrary } from '@/lib/content'

export default async function NotFound() {
  const { clinic, words } = await getLibrary()
  return (
    <Frame clinic={clinic} words={words}>
      <main id="main">
        <header className="opening flow">
          <h1>{words.notFound.title}</h1>
          <p className="lead">{words.notFound.text}</p>
          <p>
            <a className="go" href={pages.search}>
              {words.notFound.search}
            </a>
          </p>
          <p>
            <a className="go" href={pages.all}>
              {words.notFound.all}
            </a>
          </p>
        </header>
      </main>
    </Frame>
  )
}
