### What of a process also has a place: meetings, worksites, projects.

also-title = Also on the map
also-none = Your filters leave nothing here.
also-over = { $count ->
    [one] One place past or stopped
   *[other] { $count } places past or stopped
}
also-over-one = past or stopped
also-hide = Show no more
also-show = Show again
also-hidden = hidden
also-hide-box = Do not show: { $sort }
also-pin = { $sort }: { $title }, { $said }
also-pins-closer = { $count } pins in the same place: closer
also-pins-listed = { $count } pins in the same place: read the list
also-count = { $sort }: { $count }
