import type { Group } from './group.ts'

const danger = { kind: 'danger', label: 'complaint', sentiment: 'negative', urgent: true } as const

export const DANGERS: readonly Group[] = [
  {
    ...danger,
    level: 'red',
    lines: [
      '{estate}三栋闻到好大的煤气味，打物业没人接，快来人啊！！！',
      '{road}路边的高压线掉下来了，还在冒火花，旁边就是{school}',
      '{village}后山在往下掉石头，已经砸到一户的猪圈了，下面还住着老人',
      '有个孩子掉进{town}那口没盖的水井了，大家在救，救护车怎么还没到',
      '{school}门口有人拿刀，家长都吓跑了，快派人！',
      '我真的撑不下去了，欠的钱这辈子还不清，今晚就从{estate}楼顶走了算了',
      '{estate}六楼着火了，窗户里有人在喊，消防通道被车堵死了',
      '化工厂那边一声巨响，现在满天黄烟，喉咙辣得很，{village}要不要撤？',
      '水库的坝脚在冒浑水，守坝的说没事，我看着不对头啊，下游几百户人'
    ]
  },
  {
    ...danger,
    level: 'orange',
    lines: [
      '{road}塌了个大坑，半个车轮都下去了，黑灯瞎火的要出人命',
      '邻居天天打娃儿，娃儿身上青一块紫一块，刚才又在哭喊，哪个来管一下',
      '{school}{n}个班的学生中午吃完饭一起吐，都送{hospital}了，学校叫我们别声张',
      '我妹被困在{estate}电梯里一个多钟头了，她有哮喘，物业说维修的在路上',
      '幼儿园校车坐了三十几个娃儿，核载才十九个，就在{road}上跑',
      '{village}的吊桥断了两根绳子，学生娃每天还从上头过，太吓人了😨',
      '隔壁独居的婆婆{n}天没开门了，敲门没得人应，屋头有臭味'
    ]
  }
]
