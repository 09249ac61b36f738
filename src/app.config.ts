/** The gallery of components is built only on demand: nobody ships it. */
const gallery = process.env.GALLERY ? ['ui/gallery/index'] : []

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/matters/index', 'pages/meetings/index', 'pages/mine/index', ...gallery],
  subPackages: [
    { root: 'speak', pages: ['pages/new/index', 'pages/matter/index', 'pages/inbox/index'] },
    { root: 'sort', pages: ['pages/queue/index', 'pages/decide/index'] },
    {
      root: 'deliberate',
      pages: [
        'pages/meeting/index',
        'pages/plan/index',
        'pages/moderate/index',
        'pages/opinion/index',
        'pages/hearing/index',
        'pages/submissions/index',
        'pages/minutes/index',
        'pages/petitions/index',
        'pages/screen/index',
      ],
    },
    { root: 'act', pages: ['pages/tasks/index', 'pages/task/index'] },
    { root: 'rate', pages: ['pages/rate/index'] },
    {
      root: 'owners',
      pages: [
        'pages/vote/index',
        'pages/ballot/index',
        'pages/standing/index',
        'pages/mandate/index',
        'pages/calculate/index',
        'pages/roll/index',
        'pages/import/index',
        'pages/draft/index',
        'pages/desk/index',
        'pages/doors/index',
        'pages/papers/index',
        'pages/conflicts/index',
      ],
    },
  ],
  // A neighbour's next tap is nearly always a matter; a meeting comes from the meetings tab.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['speak'] },
    'pages/meetings/index': { network: 'all', packages: ['deliberate', 'owners'] },
    'pages/mine/index': { network: 'wifi', packages: ['sort', 'act', 'rate', 'owners'] },
  },
  lazyCodeLoading: 'requiredComponents',
  // Pages of the web build appear at once: sliding ones overlap while a link is being followed.
  animation: false,
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#FAF7F2',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTitleText: '议事厅',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#57606A',
    selectedColor: '#B8322A',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'static/tab/home.png',
        selectedIconPath: 'static/tab/home-on.png',
      },
      {
        pagePath: 'pages/matters/index',
        text: '事项',
        iconPath: 'static/tab/matters.png',
        selectedIconPath: 'static/tab/matters-on.png',
      },
      {
        pagePath: 'pages/meetings/index',
        text: '会议',
        iconPath: 'static/tab/meetings.png',
        selectedIconPath: 'static/tab/meetings-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'static/tab/mine.png',
        selectedIconPath: 'static/tab/mine-on.png',
      },
    ],
  },
})
