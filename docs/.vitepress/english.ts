import type { LocaleConfig } from 'vitepress'
import { decisions } from './decisions.ts'

/** The English pages and where each stands. */
export const english: LocaleConfig[string] = {
  label: 'English',
  lang: 'en',
  themeConfig: {
    nav: [
      { text: 'Start', link: '/guide/start' },
      { text: 'Operation', link: '/deploy' },
      { text: 'Reference', link: '/reference/settings' }
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Five minutes', link: '/guide/start' },
          { text: 'For operators', link: '/guide/operator' },
          { text: 'For leaders', link: '/guide/leader' },
          { text: 'For administrators', link: '/guide/administrator' },
          { text: 'For developers', link: '/guide/developer' }
        ]
      },
      {
        text: 'The work',
        collapsed: true,
        items: [
          { text: 'The life of a ticket', link: '/ticket-life' },
          { text: 'Clocks and alerts: the rules', link: '/rules' },
          { text: 'Work in hand', link: '/work' },
          { text: 'The page', link: '/workbench' },
          { text: 'Dashboards', link: '/dashboards' },
          { text: 'Search', link: '/search' },
          { text: 'Incidents', link: '/incidents' },
          { text: 'Letters upward', link: '/letters' },
          { text: 'Departments', link: '/departments' },
          { text: 'Reports', link: '/reports' },
          { text: 'Appraisal', link: '/appraisal' },
          { text: 'Archives', link: '/archives' },
          { text: 'Proposed replies', link: '/proposals' }
        ]
      },
      {
        text: 'Accounts and people',
        collapsed: true,
        items: [
          { text: 'Accounts', link: '/accounts' },
          { text: 'Collecting', link: '/collecting' },
          { text: 'Ways in', link: '/intake' },
          { text: 'Sign-in', link: '/sign-in' },
          { text: 'Roles', link: '/roles' },
          { text: 'Settings with versions', link: '/settings' },
          { text: 'Other systems', link: '/integration' },
          ...['wechat', 'weibo', 'douyin', 'kuaishou', 'mastodon'].map(platform),
          ...['wecom', 'dingtalk', 'feishu', 'smtp', 'webhook'].map(platform)
        ]
      },
      {
        text: 'Operation',
        collapsed: true,
        items: [
          { text: 'Deployment', link: '/deploy' },
          { text: 'Capacity', link: '/capacity' },
          { text: 'Watching', link: '/operations' },
          { text: 'Runbooks', link: '/runbooks' },
          { text: 'Backup', link: '/backup' },
          { text: 'Rebuilding the index', link: '/rebuilding' },
          { text: 'Faults', link: '/faults' },
          { text: 'Security', link: '/security' },
          { text: 'Personal data', link: '/personal-data' },
          { text: 'Trail', link: '/trail' }
        ]
      },
      {
        text: 'Reference',
        collapsed: true,
        items: [
          { text: 'Every setting', link: '/reference/settings' },
          { text: 'Commands', link: '/reference/commands' },
          { text: 'API', link: '/reference/api' },
          { text: 'Architecture', link: '/architecture' },
          { text: 'Model card', link: '/model-card' }
        ]
      },
      { text: 'Decisions', collapsed: true, items: decisions() }
    ]
  }
}

function platform(name: string) {
  return { text: name, link: `/platforms/${name}` }
}
