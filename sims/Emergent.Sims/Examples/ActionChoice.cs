using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Reads from the activity of a layer which of several actions is meant.</summary>
internal static class ActionChoice
{
    /// <summary>The most active unit of an action's value, the first of several equal ones.</summary>
    /// <exception cref="EmergentException">There is no such action, or its value does not fit, is not finite or has no active unit.</exception>
    public static int MostActive(IEnvironment environment, string name, Tensor<float> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var action = environment.Actions.FirstOrDefault(a => a.Name == name)
            ?? throw new EmergentException($"Environment '{environment.Name}' takes no action '{name}'. {Names.DidYouMean(name, environment.Actions.Select(a => a.Name))}");
        if (value.Length != action.Shape.Length)
        {
            throw new EmergentException($"Action '{name}' of environment '{environment.Name}' takes {action.Shape.Length} units, one for each choice; it was given shape {value.Shape}.");
        }
        var most = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (!float.IsFinite(value[i])) { throw new EmergentException($"Action '{name}' of environment '{environment.Name}': unit {i} is {GoFormat.Shortest(value[i])}; an action is of finite numbers."); }
            if (value[i] > value[most]) { most = i; }
        }
        return value[most] > 0 ? most
            : throw new EmergentException($"Action '{name}' of environment '{environment.Name}' has no active unit, so nothing is chosen. Act only when the network has answered.");
    }
}
