### What has a place in a process.

placed-meeting = Meeting
placed-stopped = { $state }: { $when }
spot-on-map = See on the map of the process
