import { startNginx } from './nginx'

// Serves a finished folder until it is told to end.
const [folder = 'out'] = process.argv.slice(2)
const { stop } = await startNginx(folder, Number(process.env.PORT))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop().then(() => process.exit()))
