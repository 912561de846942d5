import type { ThemeConfig } from 'antd'

/** What Ant Design's palette grows from, by day and by night. */

const shared = {
  borderRadius: 6,
  fontSize: 14,
  fontFamily: 'var(--font)',
  fontFamilyCode: 'var(--font)',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
  wireframe: false
}

const common = { hashed: false, cssVar: { key: 'hy' } } as const satisfies ThemeConfig

export const seeds = {
  light: {
    ...common,
    token: {
      ...shared,
      colorPrimary: '#2456a5',
      colorInfo: '#2456a5',
      colorLink: '#2456a5',
      colorLinkHover: '#2456a5',
      colorTextBase: '#1c2127',
      colorTextPlaceholder: '#626b77',
      colorError: '#c02a2a'
    }
  },
  dark: {
    ...common,
    token: {
      ...shared,
      colorPrimary: '#6a9be8',
      colorInfo: '#6a9be8',
      colorTextBase: '#e6eaf0',
      colorBgBase: '#12161b',
      colorBgContainer: '#12171c',
      colorBgElevated: '#1e252d',
      colorBorder: '#3a444f',
      colorTextPlaceholder: '#97a1ad',
      colorLink: '#7aa7ee',
      colorLinkHover: '#7aa7ee',
      colorError: '#ee7d77'
    },
    components: { Button: { primaryColor: '#0b1017' } } // white on this blue is too faint
  }
} satisfies Record<string, ThemeConfig>
