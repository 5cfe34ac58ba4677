import { List } from '@/components/studio/list.client'
import { articleGroups, overview } from '@/lib/studio/overview'
import '@/components/studio/studio.css'

export default async function Page() {
  return <List rows={await overview()} groups={articleGroups} />
}
