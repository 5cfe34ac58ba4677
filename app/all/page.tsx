import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Plain } from '@/components/page/plain'
import { pages } from '@/lib/addresses'
import { getLibrary, inOrder } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return { title: words.all.title, description: words.all.summary, alternates: { canonical: pages.all } }
}

export default async function Page() {
  const { articles, comparisons, clinic, words } = await getLibrary()
  const { title, summary, comparisons: comparisonsTitle, tools, ...groups } = words.all
  const sorted = inOrder(articles)
  const lists: [string, { address: string; title: string; summary?: string }[]][] = [
    ...Object.entries(groups).map(([group, name]): (typeof lists)[number] => [
      name,
      sorted
        .filter(({ details }) => details.group === group)
        .map(({ address, details }) => ({ address, ...details })),
    ]),
    [comparisonsTitle, comparisons.map(({ address, details }) => ({ address, ...details }))],
    [
      tools,
      [
        { address: pages.search, title: words.site.search },
        { address: pages.compare, title: words.site.compare },
        { address: pages.visit, title: words.site.visit },
        { address: pages.handout, title: words.footer.handout },
        { address: pages.questions, title: words.questions.title },
        { address: pages.glossary, title: words.glossary.title },
        { address: pages.sources, title: words.sources.title },
        { address: pages.changes, title: words.footer.changes },
      ],
    ],
  ]
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={title} lead={summary}>
        {lists.map(
          ([name, entries]) =>
            entries.length > 0 && (
              <section key={name} className="part">
                <h2>{name}</h2>
                <ul className="all-pages">
                  {entries.map((entry) => (
                    <li key={entry.address}>
                      <a href={entry.address}>{entry.title}</a>
                      {entry.summary && <p>{entry.summary}</p>}
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </Plain>
    </Frame>
  )
}
