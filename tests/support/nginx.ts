import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = '/usr/sbin/nginx'

/** Debian's nginx, serving a finished folder with the configuration of deploy/. Give it a port, or it takes a free one. */
export async function startNginx(
  folder: string,
  wanted?: number,
): Promise<{ address: string; stop: () => Promise<void> }> {
  haveNginx()
  const port = wanted ?? (await freePort())
  const place = mkdtempSync(join(tmpdir(), 'nginx-'))
  const server = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('/srv/site', resolve(folder))
    .replace('listen 8080', `listen ${port}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${place}/${name};`)
    .join('\n')
  writeFileSync(
    join(place, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}\npid ${place}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`,
  )
  const nginx = spawn(program, ['-c', join(place, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((done) => nginx.on('exit', () => done()))
  let said = ''
  nginx.stderr.on('data', (text) => {
    said += text
  })
  const address = `http://localhost:${port}`
  await Promise.race([
    answers(address),
    ended.then(() => Promise.reject(new Error(`nginx did not start: ${said}`))),
  ])
  return {
    address,
    stop: async () => {
      nginx.kill()
      await ended
      rmSync(place, { recursive: true, force: true })
    },
  }
}

function haveNginx(): void {
  if (existsSync(program)) return
  if (process.getuid?.() === 0) {
    try {
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], {
        stdio: 'ignore',
        timeout: 300_000,
      })
    } catch {
      // said below
    }
  }
  if (!existsSync(program))
    throw new Error('This test needs nginx: install the package nginx-light of Debian or Ubuntu.')
}

async function answers(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(address)
      return
    } catch {
      await new Promise((done) => setTimeout(done, 20))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
