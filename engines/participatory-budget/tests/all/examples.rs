//! Small elections in files of our own, with the traps of the format.

/// Approvals: cents, a decimal comma, quoted names, an empty ballot, a byte order mark, a district and an age for people.
pub const VILLAGE: &str = "\u{feff}META
key;value
description;\"Budget du village ; édition \"\"une\"\"\"
num_projects;6
num_votes;12
budget;1000.00
vote_type;approval
PROJECTS
project_id;cost;name;category;district;selected
10;400,50;\"Jardin; et verger\";nature;Bourg;1
2;300;Bancs;mobilier,nature;Bourg;0
fontaine;250.25;La fontaine;eau;Hameau;1
4;0;Un nom de rue;;Hameau;1
5;999999;Une piscine;eau;Bourg;0
6;120;Ruches;nature;Hameau;0
VOTES
voter_id;age;vote
a;18-39;10,2
b;18-39;10,2
c;40-64;10,fontaine
d;40-64;fontaine,6
e;65+;fontaine,6
f;18-39;2
g;65+;4,6
h;40-64;
i;18-39;10,2,fontaine
j;18-39;10,5
k;40-64;6,2
l;65+;\"5, 6\"
";

/// Grades with halves.
pub const GRADES: &str = "META
key;value
budget;50
vote_type;scoring
PROJECTS
project_id;cost
a;20
b;20
c;10.5
d;5
VOTES
voter_id;vote;points
1;a,b,c;3,1,2.5
2;a,b;3,0
3;b,c;2,2.5
4;;
5;d,a;1,2
6;b,d;3,1.5
7;a,c,d;1,1,1
";
