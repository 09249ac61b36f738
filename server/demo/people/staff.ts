import type { Sketch } from './person'

/** Those with a duty, beside the personas; shown in public by their duty. */
export const STAFF: readonly Sketch[] = [
  {
    key: 'sorter2',
    name: '许明华',
    roles: ['owner', 'branch_sorter'],
    dutyTitle: '支部委员',
    home: { building: 9, unit: '301' },
  },
  { key: 'residents2', name: '蒋玉珍', roles: ['residents_committee'], dutyTitle: '居委会' },
  { key: 'service', name: '田甜', roles: ['property_manager'], dutyTitle: '物业客服' },
  { key: 'guards', name: '雷大勇', roles: ['property_manager'], dutyTitle: '保安队' },
  { key: 'cleaners', name: '汪桂芬', roles: ['property_manager'], dutyTitle: '物业保洁部' },
  {
    key: 'member1',
    name: '潘宏',
    roles: ['owner', 'committee_member'],
    dutyTitle: '业委会委员',
    home: { building: 14, unit: '601' },
  },
  {
    key: 'member2',
    name: '丁静',
    roles: ['owner', 'committee_member'],
    dutyTitle: '业委会委员',
    home: { building: 4, unit: '402' },
  },
  { key: 'fire', name: '秦岭', roles: ['department_liaison'], dutyTitle: '消防所' },
  { key: 'police', name: '石磊', roles: ['department_liaison'], dutyTitle: '派出所' },
  { key: 'market', name: '顾清', roles: ['department_liaison'], dutyTitle: '市场监管所' },
  { key: 'environment', name: '白洁', roles: ['department_liaison'], dutyTitle: '生态环境所' },
  { key: 'planning', name: '范文博', roles: ['department_liaison'], dutyTitle: '规划所' },
  { key: 'power', name: '姚立', roles: ['department_liaison'], dutyTitle: '供电所' },
  { key: 'water', name: '江涛', roles: ['department_liaison'], dutyTitle: '自来水公司' },
  { key: 'gas', name: '任勇', roles: ['department_liaison'], dutyTitle: '燃气公司' },
  { key: 'helper2', name: '夏雨', roles: ['helper'], dutyTitle: '帮办员' },
]
