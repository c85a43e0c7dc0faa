### The words of a question, on screen and on paper.

answer-yes = Yes
answer-no = No
answer-several = (several answers possible)
answer-choose = Choose in the list
answer-between = (a number from { $min } to { $max })
answer-percent = (in %, from 0 to 100)
