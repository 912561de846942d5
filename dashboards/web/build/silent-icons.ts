import type { Plugin } from 'vite'

const SPEAKS = /role: "img",\s*"aria-label": icon\.name/

/**
 * Ant Design's icons say their English names ("close-circle", "down") to whoever listens. They stand beside words, which
 * say it in the reader's language: the icons keep silent.
 */
export function silentIcons(): Plugin {
  return {
    name: 'huiyin-silent-icons',
    transform: {
      filter: { id: /@ant-design\/icons\/.*\/AntdIcon(?:Light)?\.js$/ },
      handler: code => {
        if (!SPEAKS.test(code))
          throw new Error('The icons of antd are written in another way; look at build/silent-icons.ts')
        return { code: code.replace(SPEAKS, '"aria-hidden": true'), map: null }
      }
    }
  }
}
