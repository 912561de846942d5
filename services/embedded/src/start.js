import '@huiyin/adapters/quick-start.js'

await import('./main.ts')
