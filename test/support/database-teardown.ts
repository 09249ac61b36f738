import { stopThrowawayCluster } from './throwaway-cluster'

/** Once per jest run, after the last test file, also when tests failed. */
export default stopThrowawayCluster
