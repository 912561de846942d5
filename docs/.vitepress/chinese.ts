import type { LocaleConfig } from 'vitepress'

/** 中文页面及其位置。 */
export const chinese: LocaleConfig[string] = {
  label: '中文',
  lang: 'zh-CN',
  title: '回音 Huiyin',
  description: '政务新媒体留言，条条有回音',
  themeConfig: {
    nav: [
      { text: '快速开始', link: '/zh/guide/start' },
      { text: '部署运维', link: '/zh/deploy' },
      { text: '参考', link: '/zh/reference/settings' }
    ],
    outline: { label: '本页目录' },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '外观',
    sidebarMenuLabel: '目录',
    returnToTopLabel: '回到顶部',
    langMenuLabel: '语言',
    sidebar: [
      {
        text: '使用指南',
        items: [
          { text: '五分钟上手', link: '/zh/guide/start' },
          { text: '坐席指南', link: '/zh/guide/operator' },
          { text: '领导指南', link: '/zh/guide/leader' },
          { text: '管理员指南', link: '/zh/guide/administrator' },
          { text: '开发指南', link: '/zh/guide/developer' }
        ]
      },
      {
        text: '部署运维',
        items: [
          { text: '部署', link: '/zh/deploy' },
          { text: '容量', link: '/zh/capacity' },
          { text: '备份与恢复', link: '/zh/backup' },
          { text: '监控', link: '/zh/operations' },
          { text: '告警处置手册', link: '/zh/runbooks' },
          { text: '安全', link: '/zh/security' },
          { text: '个人信息', link: '/zh/personal-data' }
        ]
      },
      {
        text: '参考',
        items: [
          { text: '全部设置项', link: '/zh/reference/settings' },
          { text: '接口', link: '/zh/reference/api' },
          { text: '架构', link: '/zh/architecture' },
          { text: '模型说明', link: '/zh/model-card' }
        ]
      }
    ]
  }
}
