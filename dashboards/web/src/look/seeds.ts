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
      colorTextBase: '#1c2127',
      colorTextPlaceholder: '#7a838f',
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
      colorTextPlaceholder: '#7f8995',
      colorLink: '#7aa7ee',
      colorError: '#ee7d77'
    }
  }
} satisfies Record<string, ThemeConfig>
