import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { antdStyles } from './build/antd-css.ts'
import { compressed } from './build/compress.ts'
import { silentIcons } from './build/silent-icons.ts'

export default defineConfig({
  plugins: [react(), silentIcons(), antdStyles(), compressed()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    target: 'chrome109',
    cssTarget: 'chrome109',
    assetsInlineLimit: 0, // `font-src 'self'` and `img-src 'self'` know no data: addresses
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { experimental: { lazyBarrel: true } } // 652 modules are read instead of 1,600: a third of the time
  },
  server: { proxy: { '/api': process.env.HUIYIN_API ?? 'http://127.0.0.1:8080' } }
})
