from model import access_policy
shown = access_policy
