import { statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { contextFiles, copyOf, readStages } from './dockerfile.ts'
import { lock, nodeVersion, ROOT, readRoot } from './root.ts'

const text = readRoot('infra/docker/Dockerfile')
const { stages, args } = readStages(text)
const last = stages.at(-1)!
const said = (keyword: string) =>
  last.instructions.filter(one => one.getKeyword() === keyword).map(one => one.getArgumentsContent() ?? '')
const files = contextFiles()

t.test('the image', async t => {
  t.test('stands on the very Node that the house is made for, by a tag to which a digest can be added', async t => {
    t.equal(args.NODE_IMAGE, `node:${nodeVersion()}-bookworm-slim`)
    for (const { image } of stages) t.equal(image, args.NODE_IMAGE)
  })

  t.test('runs as a user that is not root, and has its data in one volume', async t => {
    t.same(said('USER'), ['10001:10001'])
    t.same(said('VOLUME'), ['/data'])
    t.match(said('ENV')[0], /HUIYIN_DATA=\/data/)
  })

  t.test('hears signals itself, and says whether it is well', async t => {
    for (const keyword of ['ENTRYPOINT', 'CMD']) t.match(said(keyword)[0], /^\[".*"\]$/, `${keyword} without a shell`)
    t.match(said('HEALTHCHECK')[0], /CMD \["node", "\/app\/infra\/docker\/healthy\.js"\]/)
    const entry = readRoot('infra/docker/huiyin')
    t.match(entry.match(/^ +(exec )?node /gm), [/exec/, /exec/, /exec/])
    const { start } = JSON.parse(readRoot('package.json')).scripts
    t.match(entry.replace('"$app/', '').replace('"\n', '\n'), start, 'everything in one process as npm start has it')
  })

  t.test('has no secret, nothing from the web, no installer, and nothing that is only for making it', async t => {
    t.notMatch(text, /^ADD /m)
    t.notMatch(text, /^(ARG|ENV)[^\n]*(PASSWORD|SECRET|TOKEN|API_KEY)/im)
    t.match(said('RUN')[0], /rm -rf \/usr\/local\/lib\/node_modules/)
    t.notMatch(said('RUN').join('\n'), /npm ci|curl|wget/)
    const whole = said('COPY').filter(copied => !copied.includes('--from') && /^\S* ?\. /.test(copied))
    t.same(whole, [], 'nothing is copied whole')
  })

  t.test('installs without running a script of any package, and needs none', async t => {
    for (const { instructions } of stages)
      for (const one of instructions)
        if (/npm ci/.test(one.getArgumentsContent() ?? '')) t.match(one.getArgumentsContent(), /--ignore-scripts/)
    const scripted = Object.entries(lock()).filter(([, of]) => of.hasInstallScript && !of.dev)
    t.same(
      scripted.map(([path]) => path),
      ['node_modules/node'],
      'only Node itself, which the image brings'
    )
  })

  t.test('finds everything it copies, and little besides', async t => {
    for (const { instructions } of stages)
      for (const one of instructions.filter(one => one.getKeyword() === 'COPY')) {
        const { from, sources } = copyOf(one)
        if (from) t.ok(stages.some(({ name }) => name === from))
        else
          for (const source of sources)
            t.ok(source === '.' || files.some(file => `${file}/`.startsWith(`${source}/`)), source)
      }
    const bytes = files.reduce((sum, file) => sum + statSync(join(ROOT, file)).size, 0)
    t.ok(bytes < 60_000_000, `${(bytes / 1e6).toFixed(1)} MB are sent`)
    t.same(
      files.filter(file => /\.(pem|key|keys|env|jsonl\.gz|png)$|\/test\/.*\.ts$/.test(file)),
      []
    )
  })

  t.test('takes along every package for production, wherever npm put it', async t => {
    const brought = last.instructions
      .filter(one => one.getKeyword() === 'COPY')
      .map(copyOf)
      .flatMap(({ from, sources }) => (from === 'packages' ? sources.map(source => source.replace('/build/', '')) : []))
    const houses = Object.entries(lock()).flatMap(([path, { dev }]) =>
      !dev && /^(shared|services|infra\/simulator).*node_modules\//.test(path) ? [path] : []
    )
    t.ok(brought.includes('node_modules'))
    for (const path of houses)
      t.ok(
        brought.some(folder => path.startsWith(`${folder}/`)),
        path
      )
  })

  t.test('exists for x64 and arm64: what is native is in the registry for both', async t => {
    const native = Object.entries(lock()).filter(([, of]) => of.cpu && !of.dev && of.os?.includes('linux'))
    const named = (cpu: string) =>
      native.filter(([, of]) => of.cpu!.includes(cpu) && of.libc?.[0] !== 'musl').map(([path]) => path)
    t.same(
      named('arm64'),
      named('x64').map(path => path.replace('x64', 'arm64'))
    )
    t.ok(named('x64').length > 0)
  })
})
