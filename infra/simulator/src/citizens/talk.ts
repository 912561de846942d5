import type { Group } from './group.ts'

const other = { label: 'other', level: 'blue', urgent: false } as const

/** Praise, chat and spam: nobody waits for an answer. */
export const TALK: readonly Group[] = [
  {
    ...other,
    kind: 'praise',
    sentiment: 'positive',
    lines: [
      '为{town}的工作人员点赞，昨天反映的今天就解决了👍👍',
      '{road}修好啦，走起来巴适得很！',
      '谢谢窗口的小姑娘，帮我妈填表填了半个钟头，耐心得很',
      '青禾越来越好看了，河边都有白鹭了❤️',
      '给{hospital}夜班的护士鞠个躬，辛苦了',
      '这波操作可以，给力！',
      '消防员都是好样的，平安归来',
      '感谢{village}的驻村干部，帮我家卖了两千斤橘子🍊',
      '终于等到这条公交线了，上班能多睡二十分钟，爱了爱了',
      '办事只跑了一次，真没想到，给你们打满分'
    ]
  },
  {
    ...other,
    kind: 'chat',
    sentiment: 'neutral',
    lines: [
      '前排围观',
      '这照片是在{road}拍的吧，我小时候天天在那儿耍',
      '哈哈哈哈封面上那个是我们班主任',
      '有没有{weekday}一起去爬山的',
      '今天好热，知了都不想叫了🥵',
      '转给我舅看看，他就住{estate}',
      '看完默默地收藏了',
      '{town}的米粉才是天下第一，不接受反驳',
      '沙发！',
      '楼上说得对，我也是这么觉得的',
      '这个配乐叫啥名字呀',
      '又是一年开学季，时间过得真快',
      '路过，打个卡～',
      '我家猫看了都说好'
    ]
  },
  {
    ...other,
    kind: 'spam',
    sentiment: 'neutral',
    lines: [
      '无抵押贷款当天放款，加薇❤️xin：qhdk{n}{n}，利息低到你不信',
      '在家做手工日结三百，宝妈优先，私我拉群',
      '高价回收旧手机旧家电，{estate}上门，电话看头像',
      '祖传老中医治风湿，{days}见效，不好不要钱',
      '代写论文代办证件，诚信经营，可先看样',
      '互粉互赞，粉必回🌹🌹🌹',
      '{year}年最稳的副业，一部手机月入过万，想学的扣1',
      '出售{estate}车位使用权，急转，价格面谈'
    ]
  }
]
