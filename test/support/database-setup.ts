import { startThrowawayCluster } from './throwaway-cluster'

/** Once per jest run, before the first test file. */
export default startThrowawayCluster
