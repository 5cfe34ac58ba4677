import { drawnPage } from '../lib/studio/addresses'
import { startDevelopment } from './next-dev'

startDevelopment(process.env.PORT ?? '3000', ['/', drawnPage({ address: '/about/' })], (address) => {
  console.log(
    `\nThe site is at ${address}/ and shows every change of the content folder as you save. Ctrl+C stops it.\n`,
  )
})
