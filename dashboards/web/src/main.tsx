import './look/base.css'
import 'virtual:antd.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Broken } from './frame/failed.tsx'
import { startTheme } from './look/theme.ts'

const host = document.getElementById('app')!

startTheme()
const page = createRoot(host, {
  onUncaughtError: error => {
    console.error(error)
    queueMicrotask(() => {
      page.unmount()
      createRoot(host).render(<Broken />)
    })
  }
})
page.render(
  <StrictMode>
    <App />
  </StrictMode>
)
void import('./look/fonts.ts') // a hundred font faces that most machines never need: not before the first picture
