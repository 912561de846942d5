import { defineConfig } from 'vitepress'
import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { tokens } from './tokens.ts'

/** The documentation as a site: `npm run docs` builds it, and fails on a link that leads nowhere. */
export default defineConfig({
  title: 'Huiyin 回音',
  description: 'Every comment under a government office’s posts gets an answer in time',
  outDir: '../.cache/docs-site',
  cacheDir: '../.cache/vitepress',
  cleanUrls: true,
  lastUpdated: false,
  ignoreDeadLinks: [/^\.\.?\/.*$/], // test/docs holds every link, also those to the code beside the pages
  locales: { root: english, zh: chinese },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize: tokens } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有找到',
                resetButtonTitle: '清除',
                footer: { selectText: '打开', navigateText: '上下移动', closeText: '关闭' }
              }
            }
          }
        }
      }
    }
  }
})
